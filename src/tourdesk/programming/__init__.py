"""Programmes: items in parts, the running order and its clock, findings, fit."""
