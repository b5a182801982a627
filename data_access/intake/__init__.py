"""Taking files in: workbooks and text files → plain tables and problems, checked against the plan. See docs/architecture.md, “Reading a file”.

`sheet_reading` reads, `unit_facts` and `shapes` are what it is told, `codes` what it answers with, `names` how names are written.
"""
