# misconception: You measure the loss at inference, in a second call. Return the loss that you
#   train with.
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    total, count = 0.0, 0
    for x, y in loader:
        optimizer.zero_grad()
        value = loss(model(x, training=True), y)
        value.backward()
        if before_step is not None:
            before_step()
        total += float(loss(model(x, training=False), y).data) * x.shape[0]
        count += x.shape[0]
        optimizer.step()
    return total / count
