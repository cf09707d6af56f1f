# style: leaves add up as the gradients come, without waiting for their turn
#| export
def backward(tensor: Tensor, grad=None) -> None:
    def arrives(one, part):
        if one.node is None:
            one.grad = part.copy() if one.grad is None else one.grad + part
        else:
            sums[id(one)] = sums[id(one)] + part if id(one) in sums else part

    sums = {}
    arrives(tensor, start_gradient(tensor, grad))
    for one in reversed(topological_order(tensor)):
        if one.node is None or id(one) not in sums:
            continue
        parts = one.node.backward(sums.pop(id(one)))
        for parent, part in zip(one.node.parents, parts, strict=True):
            if part is not None:
                arrives(parent, part)
        one.node.free()
