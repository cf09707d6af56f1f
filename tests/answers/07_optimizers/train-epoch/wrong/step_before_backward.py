# misconception: You step before the new gradients are there. The order is zero_grad, loss,
#   backward, step.
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    total, count = 0.0, 0
    for x, y in loader:
        value = loss(model(x, training=True), y)
        optimizer.step()
        optimizer.zero_grad()
        value.backward()
        if before_step is not None:
            before_step()
        total += float(value.data) * x.shape[0]
        count += x.shape[0]
    return total / count
