"""Every paper of the night: data in, bytes out. ReportLab is known here alone."""
