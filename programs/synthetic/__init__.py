from programs.synthetic.catalogue import Held, make_catalogue

__all__ = ["Held", "make_catalogue"]
