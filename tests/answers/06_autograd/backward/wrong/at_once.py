# misconception: You go on to a parent as soon as one gradient has come. Other gradients come
#   later, when its node is freed: wait until all have come.
#| export
def backward(tensor: Tensor, grad=None) -> None:
    def go(one, total):
        if one.node is None:
            one.grad = np.array(total if one.grad is None else one.grad + total)
            return
        parents, parts = one.node.parents, one.node.backward(total)
        one.node.free()
        for parent, part in zip(parents, parts, strict=True):
            if part is not None:
                go(parent, part)

    go(tensor, start_gradient(tensor, grad))
