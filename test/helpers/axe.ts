import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What forced colours may change: the page is otherwise the same, and is judged without them. */
const deCouleur = ['color-contrast', 'link-in-text-block']

/** What axe finds on what is shown, one line a rule: by all its rules, or by those of colours alone. */
export async function constatsAxe(page: Page, portee: 'tout' | 'couleurs' = 'tout'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({
      // What passes is not described: that takes twice the time of judging.
      resultTypes: ['violations'],
      runOnly: portee === 'tout' ? { type: 'tag', values: tags } : { type: 'rule', values: deCouleur },
    })
    .setLegacyMode(true)
    .analyze()
  return violations.map(({ id, nodes }) => `${id} : ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
