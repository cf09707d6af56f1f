# style: A table of operators and a loop.
import operator

_operations = {"sub": operator.sub, "truediv": operator.truediv, "pow": operator.pow}


def _plain(operation):
    return lambda self, other: Tensor(operation(self.data, as_array(other)))


def _reflected(operation):
    return lambda self, other: Tensor(operation(as_array(other), self.data))


for _name in _operations:
    setattr(Tensor, "__" + _name + "__", _plain(_operations[_name]))
    setattr(Tensor, "__r" + _name + "__", _reflected(_operations[_name]))

Tensor.__neg__ = lambda self: Tensor(operator.neg(self.data))
