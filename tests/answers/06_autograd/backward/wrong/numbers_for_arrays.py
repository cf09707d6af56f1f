# misconception: You turn gradients into numbers. A gradient is an array of the tensor's shape:
#   np.array(...).
#| export
def backward(tensor: Tensor, grad=None) -> None:
    gradients = {id(tensor): start_gradient(tensor, grad)}
    for one in reversed(topological_order(tensor)):
        total = gradients.pop(id(one), None)
        if total is None:  # nothing above it asks for its gradient
            continue
        if one.node is None:
            one.grad = float(total if one.grad is None else one.grad + total)
            continue
        for parent, part in zip(one.node.parents, one.node.backward(total), strict=True):
            if part is not None:
                before = gradients.get(id(parent))
                gradients[id(parent)] = part if before is None else before + part
        one.node.free()
