# misconception: You call before_step once, after the whole round. Call it for each batch, between
#   backward and step.
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    total, count = 0.0, 0
    for x, y in loader:
        optimizer.zero_grad()
        value = loss(model(x, training=True), y)
        value.backward()
        optimizer.step()
        total += float(value.data) * x.shape[0]
        count += x.shape[0]
    if before_step is not None:
        before_step()
    return total / count
