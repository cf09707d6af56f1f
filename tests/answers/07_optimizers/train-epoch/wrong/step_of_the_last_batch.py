# misconception: You step after the loop, so only the last batch counts. Call optimizer.step() for
#   each batch.
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    total, count = 0.0, 0
    for x, y in loader:
        optimizer.zero_grad()
        value = loss(model(x, training=True), y)
        value.backward()
        if before_step is not None:
            before_step()
        total += float(value.data) * x.shape[0]
        count += x.shape[0]
    optimizer.step()
    return total / count
