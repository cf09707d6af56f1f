# style: keeps what arrives in lists and adds up when a tensor has its turn
#| export
def backward(tensor: Tensor, grad=None) -> None:
    arrived = {id(tensor): [start_gradient(tensor, grad)]}
    order = topological_order(tensor)
    while order:
        one = order.pop()
        if id(one) not in arrived:
            continue
        total = np.sum(arrived[id(one)], axis=0)
        if one.node is None:
            one.grad = total if one.grad is None else np.add(one.grad, total)
        else:
            for number, part in enumerate(one.node.backward(total)):
                if part is not None:
                    arrived.setdefault(id(one.node.parents[number]), []).append(part)
            one.node.free()
