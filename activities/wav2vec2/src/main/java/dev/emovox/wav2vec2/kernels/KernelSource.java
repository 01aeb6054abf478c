package dev.emovox.wav2vec2.kernels;

/**
 * The TorchScript text of {@link TorchKernels}, in the form in which libtorch stores scripted
 * modules: plain calls of its own operators. Numbers come as tensors of no dimension on the
 * processor where a method takes part in automatic differentiation (DJL passes it tensors only).
 */
final class KernelSource {
  static final String MODULE = "Kernels";

  static final String TEXT =
      """
      class Kernels(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        def attention(self: __torch__.Kernels,
          query: Tensor,
          key: Tensor,
          value: Tensor,
          dropout: Tensor) -> Tensor:
          return torch.scaled_dot_product_attention(query, key, value, None, float(dropout))
        def masked_attention(self: __torch__.Kernels,
          query: Tensor,
          key: Tensor,
          value: Tensor,
          dropout: Tensor,
          mask: Tensor) -> Tensor:
          return torch.scaled_dot_product_attention(query, key, value, mask, float(dropout))
        def group_norm(self: __torch__.Kernels,
          input: Tensor,
          weight: Tensor,
          bias: Tensor,
          groups: Tensor,
          epsilon: Tensor) -> Tensor:
          return torch.group_norm(input, int(groups), weight, bias, float(epsilon))
        def row_convolution(self: __torch__.Kernels,
          input: Tensor,
          weight: Tensor,
          bias: Tensor,
          stride: Tensor) -> Tensor:
          step = int(stride)
          outputs, inputs, width, = torch.size(weight)
          if torch.eq(torch.remainder(width, step), 0):
            parts = torch.floordiv(width, step)
            wide = torch.mul(step, inputs)
            frames = torch.floordiv(torch.size(input, 0), step)
            taps = torch.reshape(torch.permute(weight, [0, 2, 1]), [outputs, parts, wide])
            kernel = torch.permute(taps, [0, 2, 1])
            signal = torch.reshape(torch.slice(input, 0, 0, torch.mul(frames, step)), [1, 1, frames, wide])
            hop = 1
          else:
            kernel = weight
            signal = torch.reshape(input, [1, 1, torch.size(input, 0), inputs])
            hop = step
          image = torch.permute(signal, [0, 3, 1, 2])
          found = torch.conv2d(image, torch.unsqueeze(kernel, 2), bias, [1, hop])
          return torch.reshape(torch.permute(found, [0, 2, 3, 1]), [-1, outputs])
        def dropout(self: __torch__.Kernels,
          input: Tensor,
          dropped: Tensor,
          scale: Tensor) -> Tensor:
          count = torch.numel(input)
          words = torch.floordiv(torch.add(count, 3), 4)
          bits = torch.empty([words], dtype=4, device=ops.prim.device(input))
          _0 = torch.random_(bits, torch.sub(-9223372036854775807, 1), None)
          least = torch.mul(torch.sub(int(dropped), 32768), 281474976710656)
          draws = [bits, torch.bitwise_left_shift(bits, 16), torch.bitwise_left_shift(bits, 32), torch.bitwise_left_shift(bits, 48)]
          kept = torch.slice(torch.ge(torch.cat(draws), least), 0, 0, count)
          factors = torch.reshape(torch.mul(torch.type_as(kept, input), float(scale)), torch.size(input))
          return torch.mul(input, factors)
        def rows(self: __torch__.Kernels,
          input: Tensor,
          places: Tensor) -> Tensor:
          return torch.index_select(input, 0, places)
        def weight_norm(self: __torch__.Kernels,
          direction: Tensor,
          magnitude: Tensor,
          dimension: Tensor) -> Tensor:
          return torch._weight_norm(direction, magnitude, int(dimension))
        def gradients(self: __torch__.Kernels,
          loss: Tensor,
          inputs: List[Tensor]) -> List[Tensor]:
          found = torch.grad([loss], inputs, None, False, False, True)
          result = annotate(List[Tensor], [])
          for i in range(torch.len(inputs)):
            gradient = found[i]
            if torch.__is__(gradient, None):
              _0 = torch.append(result, torch.zeros([0]))
            else:
              _1 = torch.append(result, torch.contiguous(unchecked_cast(Tensor, gradient)))
          return result
        def norm(self: __torch__.Kernels,
          tensors: List[Tensor]) -> float:
          norms = torch._foreach_norm(tensors, 2)
          return float(torch.linalg_vector_norm(torch.stack(norms), 2))
        def add(self: __torch__.Kernels,
          sums: List[Tensor],
          terms: List[Tensor]) -> None:
          torch._foreach_add_(sums, terms)
          return None
        def scale(self: __torch__.Kernels,
          tensors: List[Tensor],
          factor: float) -> None:
          torch._foreach_mul_(tensors, factor)
          return None
        def adamw(self: __torch__.Kernels,
          parameters: List[Tensor],
          gradients: List[Tensor],
          means: List[Tensor],
          variances: List[Tensor],
          steps: List[Tensor],
          numbers: List[float]) -> None:
          learning_rate, first_decay, second_decay, weight_decay, epsilon, divisor, = numbers
          unused = annotate(List[Tensor], [])
          scale = torch.tensor(divisor, dtype=6, device=ops.prim.device(parameters[0]))
          torch._foreach_add_(steps, 1)
          torch._fused_adamw_(parameters, gradients, means, variances, unused, steps, lr=learning_rate, beta1=first_decay, beta2=second_decay, weight_decay=weight_decay, eps=epsilon, amsgrad=False, maximize=False, grad_scale=scale)
          return None
      """;

  private KernelSource() {}
}
