import { type FieldSpec, isReadable, type Option, optionsOf, parseTyped, valueInWords } from './field-spec.ts'
import type { ObjectDirectory } from './object-directory.ts'
import classes from './objects.module.css'

/** What a field needs of the object that it belongs to. */
export interface FieldHost {
  readonly directory: ObjectDirectory
  isEditable(): boolean
  commit(name: string, value: string | null): void
  /** The keyboard leaves the field: to a neighbour, or back to the text. */
  leave(field: Field, to: 'next' | 'previous' | 'text'): void
}

/**
 * One attribute of an object. It reads as a word of the text; Enter, a click or typing turns it into an input, Enter or
 * leaving it writes the value, Escape does not.
 */
export class Field {
  readonly dom = document.createElement('span')
  readonly spec: FieldSpec
  readonly #host: FieldHost
  readonly #value = document.createElement('span')
  #current: string | null = null
  #input: HTMLInputElement | HTMLSelectElement | null = null

  constructor(spec: FieldSpec, host: FieldHost) {
    this.spec = spec
    this.#host = host
    this.dom.className = classes.segment ?? ''
    if (spec.labelled) this.dom.append(textSpan(spec.label, classes.label))
    if (spec.before) this.dom.append(textSpan(spec.before, classes.glue))
    this.#value.dataset.field = spec.name
    this.dom.append(this.#value)
    if (spec.after) this.dom.append(textSpan(spec.after, classes.glue))
    this.#value.addEventListener(spec.inline ? 'dblclick' : 'click', () => this.edit())
    this.#value.addEventListener('keydown', event => this.#onValueKey(event))
  }

  show(value: unknown): void {
    this.#current = typeof value === 'string' && value !== '' ? value : null
    if (!this.#input) this.#render()
  }

  /** Puts the keyboard on the field. */
  focus(): void {
    this.#value.focus()
  }

  edit(typed: string | null = null): void {
    if (this.#input || !this.#host.isEditable()) return
    const options = optionsOf(this.spec, this.#current, this.#host.directory)
    const input = options ? this.#select(options) : this.#textInput(typed)
    this.#input = input
    input.className = classes.input ?? ''
    input.setAttribute('aria-label', this.spec.label)
    input.addEventListener('keydown', event => this.#onInputKey(event as KeyboardEvent))
    input.addEventListener('blur', () => this.#close(true))
    this.#value.replaceWith(input)
    input.focus()
    if (input instanceof HTMLInputElement && typed === null) input.select()
  }

  #select(options: readonly Option[]): HTMLSelectElement {
    const select = document.createElement('select')
    select.append(option('', this.spec.none ?? `(${this.spec.hint})`))
    for (const { value, text } of options) select.append(option(value, text))
    select.value = this.#current ?? ''
    return select
  }

  #textInput(typed: string | null): HTMLInputElement {
    const input = document.createElement('input')
    input.type = 'text'
    input.autocomplete = 'off'
    input.placeholder = this.spec.hint
    const shown = this.#current === null ? '' : this.#inWords(this.#current)
    input.value =
      typed ?? (this.spec.kind === 'figure' || this.spec.kind === 'percent' ? (this.#current ?? '') : shown)
    input.size = Math.max(this.spec.hint.length, input.value.length, 4)
    input.addEventListener('input', () => {
      input.size = Math.max(this.spec.hint.length, input.value.length, 4)
    })
    return input
  }

  #close(keep: boolean): void {
    const input = this.#input
    if (!input) return
    this.#input = null
    const value =
      input instanceof HTMLSelectElement ? input.value || null : parseTyped(this.spec, input.value)
    input.replaceWith(this.#value)
    this.#render()
    if (keep && value !== this.#current) this.#host.commit(this.spec.name, value)
  }

  #onValueKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' || event.key === ' ' || event.key === 'F2') {
      event.preventDefault()
      this.edit()
    } else if (isCharacter(event) && !optionsOf(this.spec, null, this.#host.directory)) {
      event.preventDefault()
      this.edit(event.key)
    } else this.#onLeaveKey(event)
  }

  #onInputKey(event: KeyboardEvent): void {
    event.stopPropagation()
    if (event.isComposing) return
    if (event.key === 'Escape' || event.key === 'Enter') {
      event.preventDefault()
      this.#close(event.key === 'Enter')
      this.focus()
    } else if (event.key === 'Tab') {
      this.#close(true)
      this.#onLeaveKey(event)
    }
  }

  #onLeaveKey(event: KeyboardEvent): void {
    const to =
      event.key === 'Tab' ? (event.shiftKey ? 'previous' : 'next') : event.key === 'Escape' ? 'text' : null
    if (!to) return
    event.preventDefault()
    event.stopPropagation()
    this.#host.leave(this, to)
  }

  #inWords(value: string): string {
    return valueInWords(this.spec, value, this.#host.directory)
  }

  #render(): void {
    const { spec } = this
    const value = this.#current
    const editable = this.#host.isEditable()
    const words = value === null ? (spec.none ?? '') : this.#inWords(value)
    const shown = words || (editable ? spec.hint : '')
    if (this.#value.textContent !== shown) this.#value.textContent = shown
    this.#value.className = classes.value ?? ''
    toggle(this.dom, 'data-empty', words === '')
    toggle(this.#value, 'data-odd', value !== null && this.#isOdd(value))
    if (editable && !spec.inline) {
      this.#value.setAttribute('role', 'button')
      this.#value.tabIndex = -1
      this.#value.setAttribute('aria-label', `${spec.label}: ${words || `not set, ${spec.hint}`}`)
    } else for (const name of ['role', 'tabindex', 'aria-label']) this.#value.removeAttribute(name)
  }

  #isOdd(value: string): boolean {
    const isParty = this.spec.kind === 'party' || (this.spec.kind === 'receiver' && value !== 'clients')
    return isParty ? !this.#host.directory.hasParty(value) : !isReadable(this.spec, value)
  }
}

const isCharacter = (event: KeyboardEvent) =>
  event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey

function option(value: string, text: string): HTMLOptionElement {
  const element = document.createElement('option')
  element.value = value
  element.textContent = text
  return element
}

function textSpan(text: string, className: string | undefined): HTMLElement {
  const span = document.createElement('span')
  span.className = className ?? ''
  span.textContent = text
  return span
}

function toggle(element: HTMLElement, name: string, on: boolean): void {
  if (on) element.setAttribute(name, '')
  else element.removeAttribute(name)
}
