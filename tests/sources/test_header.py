"""Metadata lines at the top of a text."""

from mithaq.sources.header import split_header


def test_known_keys_are_taken_and_the_blank_line_after_them() -> None:
    header = split_header("# outlet: Anadolu\n# published: 2022-05-12\n\nالنص الأول\n\nالثاني\n")
    assert header.values == {"outlet": "Anadolu", "published": "2022-05-12"}
    assert header.body == "النص الأول\n\nالثاني\n"


def test_unknown_means_none() -> None:
    assert split_header("# published: unknown\n# outlet:\n# title: None\n\ntext").values == {}


def test_a_text_without_a_header_is_left_as_it_is() -> None:
    text = "\n\n  An article that starts late\n# outlet: not a header here\n"
    assert split_header(text).body == text


def test_a_heading_that_looks_like_a_key_is_text() -> None:
    text = "# Syria: talks resume\n\nThe talks go on."
    assert split_header(text).body == text


def test_a_heading_after_the_header_is_text() -> None:
    header = split_header("# title: Rencontre\n\n# Le secrétaire général : une visite\n\nSuite")
    assert header.body == "# Le secrétaire général : une visite\n\nSuite"


def test_other_keys_inside_a_header_are_reported_not_read_as_text() -> None:
    header = split_header("# outlet: X\n# author: Y\n#\n# title: Z\n\ntext")
    assert header.values == {"outlet": "X", "title": "Z"}
    assert header.unused == ("author",)
    assert header.body == "text"


def test_spaces_capitals_and_colons_in_values() -> None:
    header = split_header("#URL :  https://example.org/a:b \n# Title: One: two\ntext")
    assert header.values == {"url": "https://example.org/a:b", "title": "One: two"}
    assert header.body == "text"


def test_the_first_of_two_values_holds() -> None:
    assert split_header("# outlet: First\n# outlet: Second\n\nx").values["outlet"] == "First"


def test_a_header_alone_leaves_nothing() -> None:
    assert split_header("# outlet: X\n\n\n").body == ""
