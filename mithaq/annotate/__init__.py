"""Layers over an article: dates, money, figures, names, quotations. What the article asserts is for the claim readers."""
