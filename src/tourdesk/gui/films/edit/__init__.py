"""Films typed in forms: one, several at once, two records made one."""
