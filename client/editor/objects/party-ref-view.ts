import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { Field, type FieldHost } from './field.ts'
import classes from './objects.module.css'
import type { ViewParts } from './view-parts.ts'

const SPEC = { name: 'partyId', label: 'Party', kind: 'party', hint: 'which party', inline: true } as const

/** The name of a party in running text, as it is called now; a party that is gone is shown as such. */
export class PartyRefView implements NodeView {
  readonly dom: HTMLElement
  readonly #field: Field
  readonly #stop: () => void
  #node: Node

  constructor({ node, view, getPos, directory }: ViewParts) {
    this.#node = node
    const host: FieldHost = {
      directory,
      isEditable: () => view.editable,
      commit: (name, value) => {
        const pos = getPos()
        if (pos !== undefined && value) view.dispatch(view.state.tr.setNodeAttribute(pos, name, value))
      },
      leave: () => view.focus(),
    }
    this.#field = new Field(SPEC, host)
    this.dom = this.#field.dom
    this.dom.classList.add(classes.partyRef ?? '')
    this.dom.dataset.node = 'partyRef'
    this.dom.contentEditable = 'false'
    this.#field.show(node.attrs.partyId)
    this.#stop = directory.subscribe(() => this.#field.show(this.#node.attrs.partyId))
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false
    this.#node = node
    this.#field.show(node.attrs.partyId)
    return true
  }

  /** Enter on a selected reference opens the list of parties. */
  open(): void {
    this.#field.edit()
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof HTMLSelectElement
  }

  ignoreMutation(): boolean {
    return true
  }

  destroy(): void {
    this.#stop()
  }
}
