"""One sentence for each template, written by hand: its key, its values, the English the record keeps, and two translations.

In French and Arabic the values stand as the record has them, in angle brackets: how they are shown is not in the tables.
"""

SENTENCES: tuple[tuple[str, dict[str, str], str, str, str], ...] = (
    (
        "follow_up.held", {},
        "It was held.", "La réunion a eu lieu.", "عُقد الاجتماع.",
    ),
    (
        "follow_up.held_on", {"day": "2022-05-11"},
        "It was held, 2022-05-11.", "La réunion a eu lieu (<2022-05-11>).", "عُقد الاجتماع (<2022-05-11>).",
    ),
    (
        "follow_up.held_in", {"place": "Washington, DC"},
        "It was held in Washington, DC.", "La réunion a eu lieu (<Washington, DC>).", "عُقد الاجتماع في <Washington, DC>.",
    ),
    (
        "follow_up.held_in_on", {"place": "Moscow", "day": "2012-06-25/2012-06-30"},
        "It was held in Moscow, 2012-06-25/2012-06-30.",
        "La réunion a eu lieu (<Moscow>, <2012-06-25/2012-06-30>).",
        "عُقد الاجتماع في <Moscow> (<2012-06-25/2012-06-30>).",
    ),
    (
        "follow_up.held_as_promised", {"deadline": "../2022-06"},
        "It was held, as promised (../2022-06).",
        "La réunion a eu lieu, comme promis (<../2022-06>).",
        "عُقد الاجتماع كما وُعد به (<../2022-06>).",
    ),
    (
        "follow_up.held_on_as_promised", {"day": "2022-05", "deadline": "2022"},
        "It was held, 2022-05, as promised (2022).",
        "La réunion a eu lieu (<2022-05>), comme promis (<2022>).",
        "عُقد الاجتماع (<2022-05>) كما وُعد به (<2022>).",
    ),
    (
        "follow_up.held_in_as_promised", {"place": "Rome", "deadline": "2021-23"},
        "It was held in Rome, as promised (2021-23).",
        "La réunion a eu lieu (<Rome>), comme promis (<2021-23>).",
        "عُقد الاجتماع في <Rome> كما وُعد به (<2021-23>).",
    ),
    (
        "follow_up.held_in_on_as_promised", {"place": "Marrakesh", "day": "2022-05-11", "deadline": "../2022-06"},
        "It was held in Marrakesh, 2022-05-11, as promised (../2022-06).",
        "La réunion a eu lieu (<Marrakesh>, <2022-05-11>), comme promis (<../2022-06>).",
        "عُقد الاجتماع في <Marrakesh> (<2022-05-11>) كما وُعد به (<../2022-06>).",
    ),
    (
        "follow_up.held_on_late", {"day": "2015-07-31", "deadline": "2015-07-29"},
        "It was held, 2015-07-31, later than promised (2015-07-29).",
        "La réunion a eu lieu (<2015-07-31>), plus tard que promis (<2015-07-29>).",
        "عُقد الاجتماع (<2015-07-31>) بعد الموعد الذي وُعد به (<2015-07-29>).",
    ),
    (
        "follow_up.held_in_on_late", {"place": "Cairo", "day": "2015-07-31", "deadline": "2015-07-29"},
        "It was held in Cairo, 2015-07-31, later than promised (2015-07-29).",
        "La réunion a eu lieu (<Cairo>, <2015-07-31>), plus tard que promis (<2015-07-29>).",
        "عُقد الاجتماع في <Cairo> (<2015-07-31>) بعد الموعد الذي وُعد به (<2015-07-29>).",
    ),
    (
        "follow_up.postponed", {},
        "A report says it was postponed.",
        "Un article indique que la réunion a été reportée.",
        "يفيد أحد التقارير بأن الاجتماع أُجّل.",
    ),
    (
        "follow_up.cancelled", {},
        "A report says it was cancelled.",
        "Un article indique que la réunion a été annulée.",
        "يفيد أحد التقارير بأن الاجتماع أُلغي.",
    ),
    (
        "follow_up.postponed_overdue", {"deadline": "2015-08-27"},
        "It was to be held by 2015-08-27; a report says it was postponed.",
        "La réunion devait se tenir à la date annoncée (<2015-08-27>)\u202f; un article indique qu’elle a été reportée.",
        "كان للاجتماع موعد معلن (<2015-08-27>)، ويفيد أحد التقارير بأنه أُجّل.",
    ),
    (
        "follow_up.cancelled_overdue", {"deadline": "../2015-08"},
        "It was to be held by ../2015-08; a report says it was cancelled.",
        "La réunion devait se tenir à la date annoncée (<../2015-08>)\u202f; un article indique qu’elle a été annulée.",
        "كان للاجتماع موعد معلن (<../2015-08>)، ويفيد أحد التقارير بأنه أُلغي.",
    ),
    (
        "follow_up.not_due", {"deadline": "2002/..", "day": "2022-06-29"},
        "Its term (2002/..) runs beyond 2022-06-29, the day of judging.",
        "L’échéance (<2002/..>) n’était pas encore passée au jour de l’évaluation (<2022-06-29>).",
        "لم يكن الأجل (<2002/..>) قد انقضى يوم التقييم (<2022-06-29>).",
    ),
    (
        "follow_up.no_report", {},
        "There is no report of the meeting.", "Aucun article ne rend compte de la réunion.", "لا يوجد تقرير عن الاجتماع.",
    ),
    (
        "follow_up.nothing_later", {},
        "There is no later report that tells what became of it.",
        "Aucun article ultérieur ne dit ce qu’il en est advenu.",
        "لا يوجد تقرير لاحق يبيّن ما آل إليه الأمر.",
    ),
    (
        "follow_up.paid", {"total": "45000000", "promised": "1e+16"},
        "45000000 of 1e+16 promised was paid.",
        "Versé\u00a0: <45000000>, sur <1e+16> promis.",
        "دُفع <45000000> من المبلغ الذي وُعد به (<1e+16>).",
    ),
    (
        "change.not_told_again", {},
        "The later meeting's reports do not tell it again.",
        "Les articles sur la réunion suivante n’en parlent plus.",
        "لم تعد تقارير الاجتماع اللاحق تذكره.",
    ),
    (
        "change.promised_again", {},
        "The later meeting promises it again.",
        "La réunion suivante renouvelle la promesse.",
        "كرّر الاجتماع اللاحق الوعد نفسه.",
    ),
    (
        "change.term_moved", {"before": "../2022", "after": "../2023-06~"},
        "Its term moved from ../2022 to ../2023-06~.",
        "L’échéance a changé\u00a0: <../2022>, puis <../2023-06~>.",
        "تغيّر الأجل: <../2022>، ثم <../2023-06~>.",
    ),
    (
        "change.term_set", {},
        "It now has a term.", "Une échéance est désormais fixée.", "صار للوعد أجل محدد.",
    ),
    (
        "change.term_gone", {},
        "Its term is gone.", "Il n’y a plus d’échéance.", "لم يعد للوعد أجل.",
    ),
    (
        "change.condition_set", {},
        "It now stands under a condition.",
        "La promesse est désormais soumise à une condition.",
        "صار الوعد مشروطاً.",
    ),
    (
        "change.condition_gone", {},
        "Its condition is gone.", "La promesse n’est plus soumise à une condition.", "لم يعد الوعد مشروطاً.",
    ),
    (
        "amounts.bound", {"first": "328", "second": "more than 120"},
        "328 and more than 120 can both hold: one is a bound that the other lies beyond.",
        "<328> et <more than 120> peuvent être vrais tous les deux\u00a0: l’un est une borne que l’autre dépasse.",
        "يمكن أن يصح <328> و<more than 120> معاً: أحدهما حدّ يقع الآخر وراءه.",
    ),
    (
        "amounts.precision", {"first": "at least 100", "second": "nearly 101.5"},
        "at least 100 and nearly 101.5 can both hold: they are told with different precision.",
        "<at least 100> et <nearly 101.5> peuvent être vrais tous les deux\u00a0: ils sont donnés avec une précision différente.",
        "يمكن أن يصح <at least 100> و<nearly 101.5> معاً: أحدهما أدق من الآخر.",
    ),
    (
        "amounts.change", {"first": "83", "second": "84", "apart": "317"},
        "83 and 84 were told 317 days apart: the number may have changed.",
        "<83> et <84> ont été donnés à <317> jours d’intervalle\u00a0: le nombre a pu changer.",
        "ورد <83> و<84> بفارق <317> يوماً: ربما تغيّر العدد.",
    ),
    (
        "amounts.unit", {"first": "100", "second": "about 259", "first_unit": "square miles", "second_unit": "km2"},
        "100 and about 259 are one quantity in different units (square miles, km2).",
        "<100> et <about 259> sont une même quantité dans des unités différentes (<square miles>, <km2>).",
        "<100> و<about 259> مقدار واحد بوحدتين مختلفتين (<square miles>، <km2>).",
    ),
    (
        "amounts.translation", {"first": "1000000000", "second": "1000000"},
        "1000000000 and 1000000 differ by a number word that languages use differently.",
        "<1000000000> et <1000000> diffèrent par un nom de nombre que les langues n’emploient pas de la même façon.",
        "يختلف <1000000000> عن <1000000> في لفظ عدد لا تستعمله اللغات بمعنى واحد.",
    ),
    (
        "amounts.cut_off", {"first": "21", "second": "up to 30"},
        "21 and up to 30 were counted at different hours: the later report has the larger number.",
        "<21> et <up to 30> ont été comptés à des moments différents\u00a0: l’article le plus récent donne le nombre le plus grand.",
        "أُحصي <21> و<up to 30> في وقتين مختلفين: في التقرير الأحدث العدد الأكبر.",
    ),
    (
        "amounts.contradiction", {"first": "2014", "second": "2004"},
        "2014 and 2004 cannot both hold for the same thing.",
        "<2014> et <2004> ne peuvent être vrais à la fois de la même chose.",
        "لا يمكن أن يصح <2014> و<2004> معاً في الأمر نفسه.",
    ),
    (
        "dates.precision", {"first": "2015-08-02", "second": "2015-08-02/2015-08-03"},
        "2015-08-02 and 2015-08-02/2015-08-03 can both hold: one date is told more exactly.",
        "Les deux dates peuvent être vraies\u00a0: <2015-08-02> et <2015-08-02/2015-08-03>\u00a0; l’une est plus précise.",
        "يمكن أن يصح التاريخان معاً، <2015-08-02> و<2015-08-02/2015-08-03>: أحدهما أدق من الآخر.",
    ),
    (
        "dates.change", {"first": "2015-07-29", "second": "2015-08-27"},
        "2015-07-29 and 2015-08-27: a report says that the date was moved.",
        "<2015-07-29> et <2015-08-27>\u00a0: un article indique que la date a été changée.",
        "<2015-07-29> و<2015-08-27>: يفيد أحد التقارير بأن الموعد غُيّر.",
    ),
    (
        "dates.contradiction", {"first": "2015-08-04", "second": "201X"},
        "2015-08-04 and 201X cannot both be the date of the same thing.",
        "<2015-08-04> et <201X> ne peuvent être toutes deux la date de la même chose.",
        "لا يمكن أن يكون <2015-08-04> و<201X> معاً تاريخاً للأمر نفسه.",
    ),
    (
        "stages.contradiction", {"amount": "less than 5000000"},
        "One report says that less than 5000000 is sought, another that it is given.",
        "Un article dit que cette somme est demandée (<less than 5000000>), un autre qu’elle est donnée.",
        "يقول أحد التقارير إن المبلغ (<less than 5000000>) مطلوب، ويقول آخر إنه ممنوح.",
    ),
    (
        "link.tells", {"about": "participants · meet again, for peace. Now"},
        "It gives  for participants · meet again, for peace. Now.",
        "L’article le rapporte\u00a0: <participants · meet again, for peace. Now>.",
        "يروي المقال ذلك: <participants · meet again, for peace. Now>.",
    ),
    (
        "link.gives", {"value": "more than 80", "about": "NATO · members"},
        "It gives more than 80 for NATO · members.",
        "L’article donne <more than 80> pour <NATO · members>.",
        "يذكر المقال <more than 80>: <NATO · members>.",
    ),
    (
        "person.joined", {"first": "Ahmed Faouzi", "second": "Mahmoud Faouzi", "why": "the same words"},
        "Ahmed Faouzi and Mahmoud Faouzi: the same words",
        "<Ahmed Faouzi> et <Mahmoud Faouzi>\u00a0: les mêmes mots",
        "<Ahmed Faouzi> و<Mahmoud Faouzi>: الكلمات نفسها",
    ),
    (
        "names.nothing", {},
        "nothing to compare", "rien à comparer", "لا شيء يُقارن",
    ),
    (
        "names.same_words", {},
        "the same words", "les mêmes mots", "الكلمات نفسها",
    ),
    (
        "names.one_word", {},
        "one word alone tells nobody apart", "un seul mot ne distingue personne", "كلمة واحدة لا تميّز أحداً",
    ),
    (
        "names.parted_surname", {},
        "the same surname in one word or two",
        "le même nom de famille, en un mot ou en deux",
        "اسم العائلة نفسه، في كلمة أو كلمتين",
    ),
    (
        "names.other_surname", {},
        "the surnames differ", "les noms de famille diffèrent", "اسما العائلة مختلفان",
    ),
    (
        "names.other_given_name", {},
        "the same surname, another given name",
        "le même nom de famille, un autre prénom",
        "اسم العائلة نفسه، واسم شخصي آخر",
    ),
    (
        "names.other_initials", {},
        "the initials differ", "les initiales diffèrent", "الحروف الأولى مختلفة",
    ),
    (
        "names.missing", {"token": "d'arc"},
        "'d'arc' is not in the other name",
        "«\u00a0<d'arc>\u00a0» n’est pas dans l’autre nom",
        "«<d'arc>» ليس في الاسم الآخر",
    ),
    (
        "names.heard_alike", {},
        "given name and surname are heard alike",
        "prénom et nom de famille se prononcent de la même façon",
        "يُلفظ الاسم الشخصي واسم العائلة لفظاً واحداً",
    ),
    (
        "figures.same_subject", {},
        "unit and body or place are the same",
        "l’unité est la même, et l’organisme ou le lieu aussi",
        "الوحدة واحدة، والجهة أو المكان كذلك",
    ),
    (
        "figures.same_number", {},
        "unit and number are the same", "l’unité et le nombre sont les mêmes", "الوحدة واحدة والعدد واحد",
    ),
    (
        "figures.same_casualties", {"of": "killed and wounded", "common": "3"},
        "killed and wounded in both and 3 words beside it",
        "<killed and wounded> des deux côtés et <3> mots communs à côté",
        "<killed and wounded> في الاثنين، و<3> كلمات مشتركة بجانبه",
    ),
    (
        "figures.same_words", {"common": "12"},
        "unit is the same and 12 words beside it",
        "l’unité est la même, avec <12> mots communs à côté",
        "الوحدة واحدة، و<12> كلمة مشتركة بجانبها",
    ),
)  # fmt: skip
