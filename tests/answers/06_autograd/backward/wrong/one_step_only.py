# misconception: You stop after the parents of the first tensor. Go on through the whole order.
#| export
def backward(tensor: Tensor, grad=None) -> None:
    total = start_gradient(tensor, grad)
    if tensor.node is None:
        tensor.grad = np.array(total if tensor.grad is None else tensor.grad + total)
        return
    for parent, part in zip(tensor.node.parents, tensor.node.backward(total), strict=True):
        if part is not None and parent.node is None:
            parent.grad = np.array(part if parent.grad is None else parent.grad + part)
    tensor.node.free()
