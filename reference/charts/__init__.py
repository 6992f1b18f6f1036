"""Figures drawn on one scale, and what the drawing says in words."""
