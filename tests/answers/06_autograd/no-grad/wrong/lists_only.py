# misconception: You refuse what is no list. parameters may be anything that for can go through,
#   so do not ask for its type.
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    if isinstance(parameters, (list, tuple)):
        for parameter in parameters:
            parameter.grad = None


@contextmanager
def no_grad() -> Iterator[None]:
    before, Recording.on = Recording.on, False
    try:
        yield
    finally:
        Recording.on = before
