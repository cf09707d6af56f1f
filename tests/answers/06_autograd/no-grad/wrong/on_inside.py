# misconception: You switch on inside the block. no_grad switches off: Recording.on = False.
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    for parameter in parameters:
        parameter.grad = None


@contextmanager
def no_grad() -> Iterator[None]:
    before, Recording.on = Recording.on, True
    try:
        yield
    finally:
        Recording.on = before
