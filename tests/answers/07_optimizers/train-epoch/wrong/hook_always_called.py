# misconception: You call before_step even if none is given. Call it only if it is not None.
# rank: 20
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    total, count = 0.0, 0
    for x, y in loader:
        optimizer.zero_grad()
        value = loss(model(x, training=True), y)
        value.backward()
        before_step()
        optimizer.step()
        total += float(value.data) * x.shape[0]
        count += x.shape[0]
    return total / count
