# misconception: You lay the gradient out in the new shape without a sum. It has more numbers: add
#   up those of all copies.
#| export
def unbroadcast(grad, shape):
    return grad.reshape(shape)
