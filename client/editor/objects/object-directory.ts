import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'

export interface PartyEntry {
  readonly id: string
  readonly name: string
  /** What it is called in running text: the short name, else the full one; empty where it has neither. */
  readonly called: string
}

export interface StepEntry {
  readonly id: string
  readonly name: string
  readonly text: string
}

export interface ObjectDirectory {
  readonly parties: readonly PartyEntry[]
  readonly steps: readonly StepEntry[]
  /** The place of a step in the chain of service, from 1; null for one that is not in the text. */
  numberOfStep(stepId: string): number | null
  /** What a party is called; says so when it is no longer in the text. */
  nameOf(partyId: string): string
  hasParty(partyId: string): boolean
  /**
   * Calls back when a name or a list changed, or when the text became editable or read-only; returns the way to stop. Not when
   * the words of a step did: they are read when a list of steps opens, and every field of the text would be drawn again at each key.
   */
  subscribe(listener: () => void): () => void
}

declare module '@tiptap/core' {
  interface Storage {
    objectDirectory: { directory: LiveDirectory }
  }
}

const STEP_TEXT = 60

/** Which parties and steps the text has now, kept without reading the whole text at each key. */
export class LiveDirectory implements ObjectDirectory {
  parties: readonly PartyEntry[] = []
  steps: readonly StepEntry[] = []
  /** Another number after each change, for those who compare. */
  version = 0
  readonly #listeners = new Set<() => void>()
  readonly #byBlock = new WeakMap<Node, readonly Node[]>()
  #objects: readonly Node[] = []

  numberOfStep(stepId: string): number | null {
    const at = this.steps.findIndex(step => step.id === stepId)
    return at < 0 ? null : at + 1
  }

  nameOf(partyId: string): string {
    const party = this.parties.find(entry => entry.id === partyId)
    return party ? party.called || 'a party without a name' : 'a party that is no longer in the text'
  }

  hasParty(partyId: string): boolean {
    return this.parties.some(entry => entry.id === partyId)
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  announce(): void {
    this.version += 1
    for (const listener of this.#listeners) listener()
  }

  read(doc: Node): void {
    const objects: Node[] = []
    doc.forEach(block => {
      objects.push(...this.#objectsOf(block))
    })
    if (objects.length === this.#objects.length && objects.every((node, at) => node === this.#objects[at]))
      return
    this.#objects = objects
    const before = this.#shown()
    const of = (type: string) => objects.filter(node => node.type.name === type && node.attrs.id)
    this.parties = of('party').map(({ attrs }) => ({
      id: attrs.id,
      name: attrs.name ?? '',
      called: (attrs.shortName ?? '').trim() || (attrs.name ?? '').trim(),
    }))
    this.steps = of('serviceStep').map((node, at) => ({
      id: node.attrs.id,
      name: `Step ${at + 1}`,
      text: node.textContent.slice(0, STEP_TEXT),
    }))
    if (this.#shown() !== before) this.announce()
  }

  /** All that fields show of other objects. */
  #shown(): string {
    return JSON.stringify([this.parties, this.steps.map(step => step.id)])
  }

  #objectsOf(block: Node): readonly Node[] {
    if (block.isTextblock) return NAMED.has(block.type.name) ? [block] : []
    const known = this.#byBlock.get(block)
    if (known) return known
    const found: Node[] = []
    block.descendants(node => {
      if (NAMED.has(node.type.name)) found.push(node)
      return !node.inlineContent
    })
    this.#byBlock.set(block, found)
    return found
  }
}

const NAMED: ReadonlySet<string> = new Set(['party', 'serviceStep'])

export const DirectoryExtension = Extension.create<object, { directory: LiveDirectory }>({
  name: 'objectDirectory',
  // TipTap copies the storage object: what has methods is held in it.
  addStorage: () => ({ directory: new LiveDirectory() }),
  addProseMirrorPlugins() {
    const { directory } = this.storage
    let editable: boolean | null = null
    return [
      new Plugin({
        key: new PluginKey('objectDirectory'),
        view: view => {
          directory.read(view.state.doc)
          return {
            update: (updated, before) => {
              if (updated.state.doc !== before.doc) directory.read(updated.state.doc)
              if (editable !== updated.editable) directory.announce()
              editable = updated.editable
            },
          }
        },
      }),
    ]
  },
})
