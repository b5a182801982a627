"""A second implementation of the whole calculation, written from the specification's text alone: slow, plain, independent.

It shares no line with `dashboard`: only the plan's data classes and the frames of records come in. What differs between the two is a fault of one of them.
"""
