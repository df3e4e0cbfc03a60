"""``aligncheck review``: the pages of a run served to one person on this machine. Checks nothing and prints nothing.

``serving`` and ``requests`` speak HTTP, ``access`` says who may ask, ``session`` holds what is served and what was
decided, ``saving`` the file of decisions, ``streams`` the windows that listen; ``rechecking`` brings a new run.
"""
