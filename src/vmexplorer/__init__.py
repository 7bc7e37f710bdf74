"""vmexplorer: an interactive map of how VMware ESXi works."""

__version__ = "0.1.0"
