"""Where everything is kept: engine, unit of work, upgrade, backup, audit trail, change feed."""
