# style: NumPy's repr with another word in front, set into the class by assignment.
def tensor_text(self):
    inner = repr(self.data).removeprefix("array(").removesuffix(")")
    return "Tensor({}, shape={})".format(inner, self.shape)


Tensor.__repr__ = tensor_text
