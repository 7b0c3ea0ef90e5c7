"""What the claims of many articles amount to together: stories, facts, disagreements. Pure: no record, no clock."""

from mithaq.reconcile.corrections import left_aside, right_value
from mithaq.reconcile.judgements import anchor_of, in_force
from mithaq.reconcile.memberships import count_curve, members_on, standings
from mithaq.reconcile.reconcile import Conclusions, conclude, infer_dates, reconcile

__all__ = [
    "Conclusions",
    "anchor_of",
    "conclude",
    "count_curve",
    "in_force",
    "infer_dates",
    "left_aside",
    "members_on",
    "reconcile",
    "right_value",
    "standings",
]
