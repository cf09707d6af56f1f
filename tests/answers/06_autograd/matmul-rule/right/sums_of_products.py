# style: products entry by entry with one more axis, and a sum over it
#| export
def matmul_rule(grad, out, a, b):
    to_a = (grad[..., :, None, :] * b[..., None, :, :]).sum(axis=-1)
    to_b = (a[..., :, :, None] * grad[..., :, None, :]).sum(axis=-3)
    return to_a, to_b
