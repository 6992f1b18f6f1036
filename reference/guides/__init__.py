"""Guides: Markdown whose figures and sources are referred to, and what is read into them."""
