"""What a date rule's match is worth: one small function a sense, listed in ``SENSES`` under the name that rules use.

Each takes the match and the context it stands in, and gives a DateValue, or None when the words are no date after all.
Not for finding dates in text: rules do that.
"""

from collections.abc import Mapping

from mithaq.annotate.date_senses import days, durations, hijri, intervals, periods, relative
from mithaq.annotate.date_senses.context import DateContext, Sense

SENSES: Mapping[str, Sense] = {
    "day": days.read_day,
    "day_span": days.read_day_span,
    "numeric": days.read_numeric,
    "numeric_named": days.read_numeric_named,
    "numeric_day": days.read_numeric_day,
    "day_word": days.read_day_word,
    "weekday": days.read_weekday,
    "weekday_of_week": days.read_weekday_of_week,
    "weekday_day": days.read_weekday_day,
    "day_of_month": days.read_day_of_month,
    "nth_weekday": days.read_nth_weekday,
    "hijri": hijri.read_hijri,
    "hijri_year": hijri.read_hijri_year,
    "festival": hijri.read_festival,
    "month": periods.read_month,
    "month_of_year": periods.read_month_of_year,
    "day_of_year": periods.read_day_of_year,
    "day_of_running_year": periods.read_day_of_running_year,
    "numeric_month": periods.read_numeric_month,
    "month_span": periods.read_month_span,
    "year": periods.read_year,
    "years": periods.read_years,
    "season": periods.read_season,
    "part_of_year": periods.read_part_of_year,
    "quarter_name": periods.read_quarter_name,
    "running_part_of_year": periods.read_running_part_of_year,
    "decade": periods.read_decade,
    "century": periods.read_century,
    "nth_week": periods.read_nth_week,
    "week_of_day": periods.read_week_of_day,
    "week_number": periods.read_week_number,
    "unit_shift": relative.read_unit_shift,
    "whole_unit": relative.read_whole_unit,
    "until_whole_unit": relative.read_until_whole_unit,
    "rest": relative.read_rest,
    "ago": relative.read_ago,
    "in_time": relative.read_in_time,
    "before_that": relative.read_before_that,
    "weekend": relative.read_weekend,
    "within": relative.read_within,
    "from_day_word": relative.read_from_day_word,
    "discourse": relative.read_discourse,
    "vague": relative.read_vague,
    "duration": durations.read_duration,
    "vague_duration": durations.read_vague_duration,
    "half_duration": durations.read_half_duration,
    "set": durations.read_set,
    "other_set": durations.read_other_set,
    "part": intervals.read_part,
    "since": intervals.read_since,
    "since_year": intervals.read_since_year,
    "since_next_year": intervals.read_since_next_year,
    "until_year": intervals.read_until_year,
    "until": intervals.read_until,
    "after": intervals.read_after,
    "about": intervals.read_about,
    "about_year": intervals.read_about_year,
    "span_to_year": intervals.read_span_to_year,
    "span_from_year": intervals.read_span_from_year,
    "span": intervals.read_span,
    "span_from_day": intervals.read_span_from_day,
    "same": intervals.read_same,
    "year_and_after": intervals.read_year_and_after,
    "to_now": intervals.read_to_now,
}

__all__ = ["SENSES", "DateContext"]
