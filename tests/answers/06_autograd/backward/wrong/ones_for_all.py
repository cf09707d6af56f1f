# misconception: You start with ones for several numbers, too. start_gradient says what to start
#   with, and refuses.
#| export
def backward(tensor: Tensor, grad=None) -> None:
    gradients = {id(tensor): np.ones_like(tensor.data) if grad is None else grad}
    for one in reversed(topological_order(tensor)):
        total = gradients.pop(id(one), None)
        if total is None:  # nothing above it asks for its gradient
            continue
        if one.node is None:
            one.grad = np.array(total if one.grad is None else one.grad + total)
            continue
        for parent, part in zip(one.node.parents, one.node.backward(total), strict=True):
            if part is not None:
                before = gradients.get(id(parent))
                gradients[id(parent)] = part if before is None else before + part
        one.node.free()
