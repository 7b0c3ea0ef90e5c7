"""Layers over an article: dates, money, figures, names, quotations. What the article asserts is for the claim readers.

The readers of quantities work on a plain string too: ``read_dates``, ``read_money``, ``read_figures``,
``read_quantities``.
"""

from mithaq.annotate.quantities import read_dates, read_figures, read_money, read_quantities

__all__ = ["read_dates", "read_figures", "read_money", "read_quantities"]
