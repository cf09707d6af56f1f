# misconception: You follow only the last parent. An operation may have several: go to each of
#   node.parents.
#| export
def topological_order(tensor: Tensor) -> list[Tensor]:
    order = [tensor]
    while order[-1].node is not None:
        order.append(order[-1].node.parents[-1])
    return order[::-1]
