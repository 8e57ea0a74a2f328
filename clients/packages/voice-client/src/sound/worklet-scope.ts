/** What stands in the global scope of an AudioWorklet; the DOM library does not describe it. */
export interface WorkletScope {
  readonly currentFrame: number;
  readonly sampleRate: number;
  readonly AudioWorkletProcessor: new () => { readonly port: MessagePort };
  registerProcessor(
    name: string,
    processor: new () => { process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean },
  ): void;
}

export const scope = globalThis as unknown as WorkletScope;
