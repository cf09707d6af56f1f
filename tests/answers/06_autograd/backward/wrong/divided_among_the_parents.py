# misconception: You divide the gradient among the parents. Each parent gets the whole of what
#   node.backward gives for it.
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
        for parent, part in zip(one.node.parents, one.node.backward(total), strict=True):
            if part is not None:
                part = part / len(one.node.parents)
                before = gradients.get(id(parent))
                gradients[id(parent)] = part if before is None else before + part
        one.node.free()
