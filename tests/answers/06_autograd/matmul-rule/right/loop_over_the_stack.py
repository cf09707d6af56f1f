# style: one matrix after the other, broadcast in front first
#| export
def matmul_rule(grad, out, a, b):
    front = grad.shape[:-2]
    a = np.broadcast_to(a, front + a.shape[-2:])
    b = np.broadcast_to(b, front + b.shape[-2:])
    to_a, to_b = np.empty(a.shape), np.empty(b.shape)
    for place in np.ndindex(*front):
        to_a[place] = grad[place].dot(b[place].T)
        to_b[place] = a[place].T.dot(grad[place])
    return to_a, to_b
