# misconception: You start anew at each node. Its way back takes the gradient that has arrived
#   there.
#| export
def backward(tensor: Tensor, grad=None) -> None:
    gradients = {id(tensor): start_gradient(tensor, grad)}
    for one in reversed(topological_order(tensor)):
        total = gradients.pop(id(one), None)
        if total is None:  # nothing above it asks for its gradient
            continue
        if one.node is None:
            one.grad = np.array(total if one.grad is None else one.grad + total)
            continue
        parts = one.node.backward(np.ones_like(total))
        for parent, part in zip(one.node.parents, parts, strict=True):
            if part is not None:
                before = gradients.get(id(parent))
                gradients[id(parent)] = part if before is None else before + part
        one.node.free()
