# misconception: You end the walk at the first leaf. Other tensors may still be waiting: go on
#   with the next one.
#| export
def backward(tensor: Tensor, grad=None) -> None:
    gradients = {id(tensor): start_gradient(tensor, grad)}
    for one in reversed(topological_order(tensor)):
        total = gradients.pop(id(one), None)
        if total is None:  # nothing above it asks for its gradient
            continue
        if one.node is None:
            one.grad = np.array(total if one.grad is None else one.grad + total)
            break
        for parent, part in zip(one.node.parents, one.node.backward(total), strict=True):
            if part is not None:
                before = gradients.get(id(parent))
                gradients[id(parent)] = part if before is None else before + part
        one.node.free()
