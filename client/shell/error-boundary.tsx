import { Component, type ReactNode } from 'react'
import { BrokenPage } from './broken-page.tsx'

interface Props {
  /** A new key is a new page: it gets a new try. */
  readonly pageKey: string
  readonly children: ReactNode
}

interface State {
  readonly error: unknown
  readonly failed: boolean
  readonly pageKey: string
}

/** The edge where a defect of a page ends: the rest of the app, and what was written, go on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, failed: false, pageKey: this.props.pageKey }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error, failed: true }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.pageKey === state.pageKey ? null : { error: null, failed: false, pageKey: props.pageKey }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return <BrokenPage error={this.state.error} retry={() => this.setState({ error: null, failed: false })} />
  }
}
