"""What the claims of many articles amount to together: stories, facts, disagreements. Pure: no record, no clock."""

from mithaq.reconcile.reconcile import Conclusions, conclude, infer_dates, reconcile

__all__ = ["Conclusions", "conclude", "infer_dates", "reconcile"]
