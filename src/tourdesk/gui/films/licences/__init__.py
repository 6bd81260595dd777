"""Licences of films, as they are said and typed."""
