# style: each tensor waits until those that were computed from it have had their turn
#| export
def topological_order(tensor: Tensor) -> list[Tensor]:
    waiting, found, to_do = {}, {id(tensor)}, [tensor]
    while to_do:
        one = to_do.pop()
        for parent in one.node.parents if one.node else ():
            waiting[id(parent)] = waiting.get(id(parent), 0) + 1
            if id(parent) not in found:
                found.add(id(parent))
                to_do.append(parent)
    order, ready = [], [tensor]
    while ready:
        one = ready.pop()
        order.append(one)
        for parent in one.node.parents if one.node else ():
            waiting[id(parent)] -= 1
            if waiting[id(parent)] == 0:
                ready.append(parent)
    return order[::-1]
