"""Proposals: whole evenings made by the fit around what is no film, and the rules as people say them."""
