# style: The four methods are made by a function and set in a loop.
import operator


def _method(operation, reflected):
    def method(self, other):
        pair = (self.data, as_array(other))
        if reflected:
            pair = pair[::-1]
        return Tensor(operation(*pair))

    return method


for _name, _operation in (("add", operator.add), ("mul", operator.mul)):
    setattr(Tensor, f"__{_name}__", _method(_operation, reflected=False))
    setattr(Tensor, f"__r{_name}__", _method(_operation, reflected=True))
