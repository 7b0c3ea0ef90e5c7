"""What the claims of many articles amount to together: stories, facts, disagreements. Pure: no record, no clock."""

from mithaq.reconcile.infer import infer_dates
from mithaq.reconcile.reconcile import reconcile

__all__ = ["infer_dates", "reconcile"]
