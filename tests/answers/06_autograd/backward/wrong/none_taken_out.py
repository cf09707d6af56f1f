# misconception: You take None out before you pair gradients with parents, so they go to the wrong
#   ones. Pair first, then skip None.
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
        parts = [part for part in one.node.backward(total) if part is not None]
        for parent, part in zip(one.node.parents, parts):
            if part is not None:
                before = gradients.get(id(parent))
                gradients[id(parent)] = part if before is None else before + part
        one.node.free()
