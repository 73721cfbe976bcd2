"""Runs Leitong and other tools on the same work, each in a process of its own, and makes one table of it."""
