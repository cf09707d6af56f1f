# misconception: Where nothing requires a gradient, backward raises a RuntimeError. start_gradient
#   does so: begin with it.
#| export
def backward(tensor: Tensor, grad=None) -> None:
    if grad is None and tensor.size != 1:
        raise ValueError(f"the shape {tensor.shape} is not one number")
    gradients = {id(tensor): np.array(tensor.data * 0 + 1 if grad is None else grad)}
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
