import { lexer, type Token, type Tokens } from 'marked'
import type { ReactNode } from 'react'
import { AvecSigles } from '../glossaire/avec-sigles'
import { ancreDe } from './lire-page'
import { imageNommee } from './pages'
import classes from './aide.module.css'

interface MarkdownProps {
  texte: string
  /** A link to another page of the help. */
  onPage: (page: string, ancre: string | undefined) => void
}

/** Our own Markdown as React elements. HTML in it is shown as text: nothing here is ever interpreted. */
export function Markdown({ texte, onPage }: MarkdownProps) {
  return <>{blocs(lexer(texte), onPage)}</>
}

type OnPage = MarkdownProps['onPage']

const blocs = (tokens: readonly Token[], onPage: OnPage): ReactNode[] =>
  tokens.map((token, index) => <Bloc key={index} token={token} onPage={onPage} />)

function Bloc({ token, onPage }: { token: Token; onPage: OnPage }): ReactNode {
  const inline = (tokens: readonly Token[] = []): ReactNode => <EnLigne tokens={tokens} onPage={onPage} />
  switch (token.type) {
    case 'space':
    case 'def':
      return null
    case 'heading': {
      // The pane's title is its h2: the page's own headings come under it.
      const { depth, text, tokens } = token as Tokens.Heading
      const Titre = depth <= 2 ? 'h3' : 'h4'
      return (
        <Titre id={`aide-${ancreDe(text)}`} tabIndex={-1}>
          {inline(tokens)}
        </Titre>
      )
    }
    case 'paragraph':
      return <p>{inline((token as Tokens.Paragraph).tokens)}</p>
    case 'blockquote':
      return <blockquote>{blocs((token as Tokens.Blockquote).tokens, onPage)}</blockquote>
    case 'list': {
      const { ordered, items } = token as Tokens.List
      const Liste = ordered ? 'ol' : 'ul'
      return (
        <Liste>
          {items.map(({ tokens }, index) => (
            <li key={index}>{blocs(tokens, onPage)}</li>
          ))}
        </Liste>
      )
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table
      return (
        <table>
          <thead>
            <tr>
              {header.map(({ tokens }, index) => (
                <th key={index} scope="col">
                  {inline(tokens)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {row.map(({ tokens }, cell) => (
                  <td key={cell}>{inline(tokens)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
    }
    case 'text':
      return inline((token as Tokens.Text).tokens ?? [token])
    default:
      return <p>{token.raw}</p>
  }
}

function EnLigne({ tokens, onPage }: { tokens: readonly Token[]; onPage: OnPage }): ReactNode {
  return tokens.map((token, index) => {
    switch (token.type) {
      case 'strong':
        return <strong key={index}>{<EnLigne tokens={(token as Tokens.Strong).tokens} onPage={onPage} />}</strong>
      case 'em':
        return <em key={index}>{<EnLigne tokens={(token as Tokens.Em).tokens} onPage={onPage} />}</em>
      case 'codespan':
        return <code key={index}>{(token as Tokens.Codespan).text}</code>
      case 'link':
        return <Lien key={index} lien={token as Tokens.Link} onPage={onPage} />
      case 'image':
        return <Image key={index} image={token as Tokens.Image} />
      case 'br':
        return <br key={index} />
      case 'text':
        return <AvecSigles key={index}>{(token as Tokens.Text).text}</AvecSigles>
      default:
        return token.raw
    }
  })
}

/** To another page of the help (`agent.md#…`), or to a screen (`#/agents`). Nothing leads out of the window. */
function Lien({ lien: { href, text }, onPage }: { lien: Tokens.Link; onPage: OnPage }) {
  if (href.startsWith('#/')) return <a href={href}>{text}</a>
  const page = /^([\w-]+)\.md(?:#([\w-]+))?$/.exec(href)
  if (!page?.[1]) return text
  const [, nom, ancre] = page
  return (
    // A link, which breaks with its line: a button would stand on one of its own.
    <a
      href={`#${href}`}
      onClick={(event) => {
        event.preventDefault()
        onPage(nom, ancre)
      }}
    >
      {text}
    </a>
  )
}

function Image({ image: { href, text } }: { image: Tokens.Image }) {
  const url = imageNommee(href.replace(/^images\//, ''))
  if (url === undefined) return <em className={classes.manque}>{text}</em>
  return <img className={classes.image} src={url} alt={text} loading="lazy" />
}
